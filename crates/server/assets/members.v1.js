// The public member list of an organisation on any website (BEL-5). Load it from the Doorward server, then either
// mark a place with data-doorward-members="<organisation>", or call doorward.organisationMembers({ organisationId }).
(() => {
  const server = new URL(document.currentScript.src).origin;
  const LOOK = `
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px 20px; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); }
    li { display: flex; gap: 12px; align-items: center; min-width: 0; }
    .picture { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50%; background: #ECEDFB; color: #3D49BC; font-weight: 600; font-size: 15px; }
    .text { display: grid; min-width: 0; overflow-wrap: anywhere; }
    .position { font-size: .875em; opacity: .8; }
    a { color: inherit; }
  `;

  const made = (name, text, look) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (look) element.className = look;
    return element;
  };

  const row = (member) => {
    const item = made('li');
    const picture = made('span', member.initials, 'picture');
    picture.setAttribute('aria-hidden', 'true');
    const text = made('span', '', 'text');
    const link = made('a', member.name);
    if (member.url) link.href = member.url;
    text.append(link);
    if (member.position) text.append(made('span', member.position, 'position'));
    item.append(picture, text);
    return item;
  };

  // What members write stays text: it is put into text and attributes that the page's own template holds already.
  const filled = (template, member) => {
    const values = { url: member.url, name: member.name, position: member.position, initials: member.initials };
    const fill = (text) => text.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
    const holder = document.createElement('template');
    holder.innerHTML = template;
    const walker = document.createTreeWalker(holder.content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) node.data = fill(node.data);
      else for (const attribute of node.attributes) attribute.value = fill(attribute.value);
    }
    return holder.content;
  };

  const all = async (organisation) => {
    const members = [];
    for (;;) {
      const url = new URL(`/v1/public/organisations/${encodeURIComponent(organisation)}/members`, server);
      url.search = new URLSearchParams({ offset: members.length, limit: 500 });
      const answer = await fetch(url, { credentials: 'omit' });
      if (answer.status === 404) return members;
      if (!answer.ok) throw new Error(`Doorward answers ${answer.status}`);
      const page = await answer.json();
      members.push(...page.members);
      if (page.members.length === 0 || members.length >= page.total) return members;
    }
  };

  const organisationMembers = async (conf) => {
    const { organisationId, elementId = 'organisation-members', styling = 'default', template = null } = conf;
    const place = conf.element ?? document.getElementById(elementId);
    if (!place) throw new Error(`There is no element ${elementId}`);
    const members = await all(organisationId);
    if (template) {
      place.replaceChildren(...members.map((member) => filled(template, member)));
      return members.length;
    }
    const list = made('ul', '', 'doorward-members');
    list.append(...members.map(row));
    if (styling === 'custom') {
      place.replaceChildren(list);
      return members.length;
    }
    // A look of its own, which neither leaks into the page nor needs its leave.
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(list);
    return members.length;
  };

  window.doorward = { ...window.doorward, organisationMembers };
  const begin = () => {
    for (const element of document.querySelectorAll('[data-doorward-members]')) {
      const { doorwardMembers: organisationId, styling } = element.dataset;
      organisationMembers({ organisationId, element, styling }).catch((error) => console.error(error));
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
})();
