export const getStaticProps = async () => ({ props: {} });
//                            ^^^^^ fact/context: startup

export async function getStaticPaths() {
//                    ^^^^^^^^^^^^^^ fact/context: startup
  return { paths: [] };
}
