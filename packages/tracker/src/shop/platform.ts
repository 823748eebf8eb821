import type { Preset } from './preset.ts';

/** Where a page's scripts and styles come from. */
type Sources = string;

/**
 * The platforms there is a preset for, and what they cannot help showing: names of globals, addresses
 * of their own files, classes of their pages. Looked for once, when the page is idle.
 */
const PLATFORMS: readonly {
  isHere(page: Document, sources: Sources): unknown;
  load(): Promise<Preset>;
}[] = [
  {
    isHere: (_, sources) => has('Shopify') || /\/cdn\/shop\/|cdn\.shopify\.com/.test(sources),
    load: async () => (await import('./presets/shopify.ts')).shopify,
  },
  {
    isHere: (page, sources) =>
      page.querySelector('body[class*=woocommerce],meta[name=generator][content^=WooCommerce]') ||
      has('wc_add_to_cart_params') ||
      has('wcSettings') ||
      sources.includes('/plugins/woocommerce/'),
    load: async () => (await import('./presets/woocommerce.ts')).woocommerce,
  },
  {
    isHere: (page) =>
      has('prestashop') || page.querySelector('meta[name=generator][content^=PrestaShop]'),
    load: async () => (await import('./presets/prestashop.ts')).prestashop,
  },
  {
    isHere: (page, sources) =>
      page.querySelector('script[type="text/x-magento-init"],[data-mage-init]') ||
      sources.includes('/Magento_'),
    load: async () => (await import('./presets/magento.ts')).magento,
  },
  {
    isHere: (page, sources) =>
      sources.includes('catalog/view/') ||
      page.querySelector(
        'a[href*="route=common/home"],a[href*="route=checkout/cart"],[data-oc-toggle]',
      ),
    load: async () => (await import('./presets/opencart.ts')).opencart,
  },
  {
    isHere: (_, sources) =>
      has('BCData') || has('stencilBootstrap') || /\bcdn\d*\.bigcommerce\.com/.test(sources),
    load: async () => (await import('./presets/bigcommerce.ts')).bigcommerce,
  },
  {
    isHere: (_, sources) =>
      has('EC_FRONT_JS_CONFIG_SHOP') || has('CAFE24') || /cafe24\.com|\/ind-script\//.test(sources),
    load: async () => (await import('./presets/cafe24.ts')).cafe24,
  },
];

/** The preset of the platform that a page runs on. */
export async function presetFor(page: Document): Promise<Preset | undefined> {
  const sources = [...page.querySelectorAll('script[src],link[href],img[src]')]
    .slice(0, 300)
    .map((element) => element.getAttribute('src') ?? element.getAttribute('href'))
    .join(' ');
  const platform = PLATFORMS.find(({ isHere }) => isHere(page, sources));
  // Where it can't be loaded, the generic rules do what they can.
  return platform?.load().catch(() => undefined);
}

function has(name: string): boolean {
  const { [name]: value } = window as unknown as Record<string, unknown>;
  // An element may have that id, and then is a global of that name.
  return Object(value) === value && !(value instanceof Element);
}
