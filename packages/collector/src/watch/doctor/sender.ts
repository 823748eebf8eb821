/** Who would send, where to, and for which site. */
export interface Sender {
  page: URL;
  endpoint: URL;
  site: string;
}
