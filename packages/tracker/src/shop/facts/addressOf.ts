/** Names by which shops that route by query say which product. */
const ID = /^(product_?id|id_product|products_id|product_?no|goods_?no|item_?id|pid|sku)$/i;

/** Cafe24 has the number behind the name: `/product/linen-shirt/123/category/24/`. */
const NUMBERED = /\/product\/[^/]+\/(\d+)\/(category|display|$)/;

/** An address as the name of a product: the id in it, or its path; with the query where the path is every page's. */
export function addressOf({ pathname, searchParams, search }: URL): string {
  const [, id] = [...searchParams].find(([name, value]) => ID.test(name) && value) ?? [];
  return (
    id ??
    NUMBERED.exec(pathname)?.[1] ??
    (/\/$|\.(php|aspx?|jsp|do)$/.test(pathname) && search ? pathname + search : pathname)
  );
}
