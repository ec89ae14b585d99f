// Runs axe over the whole page once what opens or closes has done so: what is half faded in has another contrast. Answers
// findings as texts. The first argument may name the `only` rule to ask, or one to leave out by `but`.
const [{ only, but }, done] = arguments;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const runOnly = only ? { type: 'rule', values: [only] } : { type: 'tag', values: standards };
const rules = but ? { [but]: { enabled: false } } : {};
const ends = (animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime);
const moving = () => document.getAnimations().filter((it) => it.playState === 'running' && ends(it));
const stillness = async () => {
  for (let some = moving(); some.length > 0; some = moving()) await Promise.allSettled(some.map((it) => it.finished));
};
stillness()
  .then(() => axe.run(document, { runOnly, rules, resultTypes: ['violations'], preload: false, iframes: false }))
  .then(
    ({ violations }) =>
      done(
        violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, failureSummary }) => `axe ${id} (${help}): ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`),
        ),
      ),
    (error) => done([`axe failed: ${error}`]),
  );
