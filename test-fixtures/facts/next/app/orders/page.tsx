export default async function page() {
//                            ^^^^ fact/context: render?
  return null;
}
