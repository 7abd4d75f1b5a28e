export async function getServerSideProps() {
//                    ^^^^^^^^^^^^^^^^^^ fact/context: request
  return { props: {} };
}
