/** Something the owner did or knows of, on a day: "new checkout live". */
export interface Annotation {
  id: string;
  /** In the site's time zone: `YYYY-MM-DD`. */
  day: string;
  text: string;
}
