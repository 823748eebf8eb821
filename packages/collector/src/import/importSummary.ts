/** How far an import is. */
export interface ImportProgress {
  /** Bytes read from disk; of a gzip file, packed ones. */
  bytesRead: number;
  bytesTotal: number;
  /** Physical lines read or skipped. */
  lines: number;
  /** Touchpoints delivered by this run. */
  touchpoints: number;
}

export interface ImportProblem {
  /** Physical line in the file, from 1. Of a row that spans lines, its first. */
  line: number;
  /** What was expected and what came. */
  reason: string;
  /** The touchpoint was kept, only without the field that the reason names. */
  isKept: boolean;
}

/** What came of an import. */
export interface ImportSummary {
  /** Physical lines of the file, those skipped included. */
  lines: number;
  /** Touchpoints delivered by this run. */
  touchpoints: number;
  /** Of these, those that were new. */
  accepted: number;
  /** Of these, those that were stored already. */
  duplicates: number;
  /** Rows that could not be read, or that were refused. Each was told. */
  problems: number;
  /** Touchpoints kept without a field that made no sense. Each was told. */
  adjusted: number;
  /** Rows whose type is mapped to be left out. */
  leftOut: number;
  /** Where this run went on, if an earlier one had read the lines before. */
  resumedAtLine?: number;
  /** An earlier run had read the whole file, and there is nothing new in it. */
  isAlreadyImported: boolean;
}

/** Nothing yet. */
export function emptySummary(): ImportSummary {
  return {
    lines: 0,
    touchpoints: 0,
    accepted: 0,
    duplicates: 0,
    problems: 0,
    adjusted: 0,
    leftOut: 0,
    isAlreadyImported: false,
  };
}
