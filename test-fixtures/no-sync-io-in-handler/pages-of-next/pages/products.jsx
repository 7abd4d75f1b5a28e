import { readFileSync } from 'node:fs';

export async function getServerSideProps() {
  return { props: { products: readFileSync('products.json', 'utf8') } };
//                            ^^^^^^^^^^^^ no-sync-io-in-handler
}

export default function Products({ products }) {
  return <pre>{products}</pre>;
}
