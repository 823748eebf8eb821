import { asRecord } from '../asRecord.ts';
import { asRecords } from '../asRecords.ts';
import { asText } from '../asText.ts';
import type { Params } from '../told.ts';

/** JSON that says by an Iglu URI what it is. */
export interface SelfDescribing {
  /** `com.snowplowanalytics.snowplow.ecommerce` */
  vendor: string;
  /** `product` */
  name: string;
  data: Params;
}

/** The self-describing event of a payload, plain (`ue_pr`) or in base64 (`ue_px`). */
export function unstructEvent(payload: Params): SelfDescribing | undefined {
  return read(jsonOf(payload.ue_pr, payload.ue_px).data);
}

/** What stood around when it happened, plain (`co`) or in base64 (`cx`). */
export function entitiesOf(payload: Params): SelfDescribing[] {
  return asRecords(jsonOf(payload.co, payload.cx).data).flatMap((entity) => read(entity) ?? []);
}

function read(json: unknown): SelfDescribing | undefined {
  const { schema, data } = asRecord(json);
  const [, vendor, name] = /^iglu:([^/]+)\/([^/]+)\//.exec(asText(schema) ?? '') ?? [];
  return vendor && name ? { vendor, name, data: asRecord(data) } : undefined;
}

function jsonOf(plain: unknown, encoded: unknown): Params {
  try {
    return asRecord(JSON.parse(asText(plain) ?? fromBase64Url(asText(encoded) ?? '')));
  } catch {
    return {};
  }
}

/** Snowplow's base64 is that of URLs, padded or not, and what it holds is UTF-8. */
function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}
