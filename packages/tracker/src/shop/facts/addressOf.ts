/** Names by which shops that route by query say which product. */
const ID = /^(product_?id|id_product|products_id|product_?no|goods_?no|item_?id|pid|sku)$/i;

/** An address as the name of a product: the id in it, or its path; with the query where the path is every page's. */
export function addressOf({ pathname, searchParams, search }: URL): string {
  const [, id] = [...searchParams].find(([name, value]) => ID.test(name) && value) ?? [];
  return (
    id ?? (/\/$|\.(php|aspx?|jsp|do)$/.test(pathname) && search ? pathname + search : pathname)
  );
}
