// The card by which others see somebody, while the name is typed. Without this the card is shown on request.
const name = document.querySelector("input[name=name]");
const card = document.querySelector("[data-card]");
if (name && card) {
  const shown = card.querySelector("[data-card-name]");
  const tile = card.querySelector("[data-card-initials]");
  const show = () => {
    const words = name.value.trim().split(/\s+/).filter(Boolean);
    shown.textContent = words.join(" ") || shown.dataset.cardEmpty;
    shown.classList.toggle("quiet", words.length === 0);
    const firsts = words.map((word) => word.match(/[\p{L}\p{N}]/u)?.[0]).filter(Boolean);
    tile.textContent = firsts.slice(0, 2).join("").toLocaleUpperCase();
  };
  name.addEventListener("input", show);
  show();
}

// How long a new password is, while it is typed: characters as people count them, as the server does.
const password = document.querySelector("input[autocomplete=new-password]");
const count = document.querySelector("[data-count]");
if (password && count) {
  password.addEventListener("input", () => {
    const length = [...password.value.normalize("NFC")].length;
    count.hidden = length === 0;
    count.textContent = count.dataset.count.replace("#", length);
    count.classList.toggle("enough", length >= Number(count.dataset.least));
  });
}

// A pass is shown anew before its code is too old. Without this the page asks for it by itself.
const pass = document.querySelector("[data-renewed-after]");
if (pass) setTimeout(() => location.reload(), 1000 * Number(pass.dataset.renewedAfter));
