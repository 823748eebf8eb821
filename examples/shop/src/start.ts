import { serveShop } from './node.ts';

const {
  PORT = '8788',
  TRACKER_URL = 'http://127.0.0.1:8787/c.js',
  SITE_ID = 'shop',
  REPORT_URL,
} = process.env;

const shop = await serveShop({
  port: Number(PORT),
  trackerUrl: TRACKER_URL,
  siteId: SITE_ID,
  ...(REPORT_URL && { reportUrl: REPORT_URL }),
});
console.log(`The shop is open: ${shop.url}`);
