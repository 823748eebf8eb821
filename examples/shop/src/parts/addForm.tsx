/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { euros } from '../cart/euros.ts';
import { unitCents } from '../cart/line.ts';
import { soldOut } from '../cart/stock.ts';
import { browseUrl } from '../catalogue/browse.ts';
import type { Choice, Product } from '../catalogue/product.ts';
import { type Added, AddedNote } from './addedNote.tsx';
import { pictureUrl } from './picture.tsx';

interface AddFormProps {
  product: Product;
  added: Added | undefined;
}

export function AddForm({ product, added }: AddFormProps) {
  if (product.stock === 0) return <SoldOut product={product} />;
  const { slug, stock, choice } = product;
  return (
    <form class="add" method="post" action={`/products/${slug}`} novalidate data-enhance>
      {choice && <Variants product={product} choice={choice} />}
      <div class="add-row">
        <div class="field field-quantity">
          <label for="quantity">Quantity</label>
          <input
            id="quantity"
            name="quantity"
            type="number"
            inputmode="numeric"
            autocomplete="off"
            min="1"
            max={stock}
            value="1"
            required
          />
        </div>
        <button type="submit" class="button button-wide" id="add">
          Add to cart
        </button>
      </div>
      <div id="added" class="added" role="status">
        {added && <AddedNote added={added} />}
      </div>
    </form>
  );
}

function Variants({ product, choice }: { product: Product; choice: Choice }) {
  return (
    <fieldset class="variants">
      <legend>{choice.label}</legend>
      {choice.variants.map((variant, index) => (
        <label class="variant">
          <input
            type="radio"
            name="variant"
            value={variant.id}
            checked={index === 0}
            data-picture={pictureUrl(product, variant)}
          />
          <span>
            <i class={`swatch swatch-${variant.id}`} aria-hidden="true" />
            {variant.name}
            <small>{euros(unitCents({ product, variant }))}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function SoldOut({ product }: { product: Product }) {
  return (
    <div class="note note-bad" role="alert">
      <p>{soldOut(product)}</p>
      <p>
        <a href={browseUrl({ category: product.category, sort: 'shelf' })}>
          See what else is on this shelf
        </a>
      </p>
    </div>
  );
}
