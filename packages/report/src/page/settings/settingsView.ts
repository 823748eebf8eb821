import type { Annotation } from '../../overview/annotation.ts';
import type { Segment } from '../../segment.ts';
import type { Frame, Site } from '../frame.ts';
import type { Words } from './en.ts';
import type { SavedSegment } from './savedSegment.ts';

/** A field that can be filled in wrongly. */
export type SettingsField = keyof Words['expected'];

export interface SettingsSite extends Site {
  origins: readonly string[];
  abandonedAfterMs: number;
  retentionDays?: number;
  orders?: 'claimed' | 'confirmed';
}

interface Base extends Frame {
  site: SettingsSite;
  /** ISO 8601, UTC. */
  asOf: string;
}

/** What a reader without the scope `admin` is shown: why there is nothing to be seen. */
interface ReadOnly extends Base {
  canChange: false;
}

export interface AdminView extends Base {
  canChange: true;
  annotations: readonly Annotation[];
  /** What the form for a mark begins with. */
  mark?: string | undefined;
  segments: readonly SavedSegment[];
  tokens: readonly {
    id: string;
    scope: 'read' | 'write' | 'admin';
    name?: string;
    /** Epoch milliseconds. */
    madeAt?: number;
  }[];
  shares: readonly { id: string; expiresAt: number }[];
  /** The part of the page that was just saved. */
  done?: string | undefined;
  /** What the form for a segment begins with. */
  segment: Segment;
}

export type SettingsView = (ReadOnly | AdminView) & {
  /** A secret, to be seen this once. */
  made?: { kind: 'token' | 'share'; secret: string };
  /** What could not be saved: which form, which field, and all that was typed into it. */
  problem?: { do: string; field: SettingsField; typed: Readonly<Record<string, string>> };
};
