import type { Ability } from '../engines/engine.ts';
import type { Scene } from '../scene.ts';

/** Something that happens to shoppers, and must cost no touchpoint. */
export interface Case {
  /** Goes on from "nothing is lost, nothing is doubled …". */
  title: string;
  /** What the engine has to be able to do. */
  needs?: readonly Ability[];
  play(scene: Scene): Promise<void>;
}
