// What the application's window is measured beside: people filtered in script, and a list that stands still.
const FIRST = ['Aada', 'Boris', 'Carla', 'Elina', 'Halle', 'Lotta', 'Linda', 'Sanna', 'Tomas', 'Zoe'];
const LAST = ['Anberg', 'Halmanen', 'Lindaholm', 'Sandegren', 'Yngvablom', 'Osdokov', 'Peliwood'];
/** Rows that are drawn of what is found: as many as a screen holds, and some. */
const DRAWN = 40;
/** Rows of the list that stands still. */
const STILL = 1000;

let people = [];

function draw(box, rows) {
  const drawn = rows.map((person) => {
    const row = document.createElement('div');
    for (const text of ['', person.name, 'Member', person.contact, 'Member', 'today', '–']) {
      const cell = document.createElement('span');
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  });
  box.replaceChildren(...drawn);
}

function find(text) {
  const wanted = text.toLowerCase();
  draw(
    document.getElementById('found'),
    people.filter(({ folded }) => folded.includes(wanted)).slice(0, DRAWN),
  );
}

/** Makes people and shows them; called by whoever measures. */
window.make = (count) => {
  people = Array.from({ length: count }, (_, number) => {
    const [first, last] = [FIRST[number % FIRST.length], LAST[number % LAST.length]];
    const name = `${first} ${last} ${number}`;
    const contact = `${first}.${last}${number}@example.org`.toLowerCase();
    return { name, contact, folded: `${name} ${contact}`.toLowerCase() };
  });
  find('');
  draw(document.getElementById('list'), people.slice(0, STILL));
};

document.getElementById('find').addEventListener('input', (event) => find(event.target.value));
draw(document.getElementById('found'), [{ name: 'Aada Anberg', contact: 'aada.anberg@example.org' }]);
requestAnimationFrame(() => setTimeout(() => performance.mark('first-rows')));
