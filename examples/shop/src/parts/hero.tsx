/** @jsxRuntime automatic @jsxImportSource hono/jsx */
export function Hero() {
  return (
    <section class="hero">
      <div class="hero-text">
        <p class="kicker">Maps · paper · small instruments</p>
        <h1>For everyone who takes the long way round</h1>
        <p class="hero-line">
          We draw charts of places that don’t exist, and make the things you need to get to those
          that do.
        </p>
        <p>
          <a class="button" href="#shelf">
            Browse the shelves
          </a>
        </p>
      </div>
      <img
        class="hero-map"
        src="/pictures/hero.svg"
        width="760"
        height="560"
        alt="Map of an island: a dashed route leads from Port Hello past the Bay of Second Thoughts and Coupon Rock to Thank-You Harbour."
      />
    </section>
  );
}
