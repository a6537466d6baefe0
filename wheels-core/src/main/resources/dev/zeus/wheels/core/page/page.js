
'use strict';
(() => {
  const nodes = Array.from(document.querySelectorAll('.node'));
  const edges = Array.from(document.querySelectorAll('.edge'));
  const rows = Array.from(document.querySelectorAll('tr[data-node]'));
  const said = document.getElementById('said');
  const search = document.getElementById('search');
  const needs = nodes.map(node => node.dataset.needs.split(' ').filter(Boolean).map(Number));
  const above = nodes.map(() => []);
  needs.forEach((below, from) => below.forEach(to => above[to].push(from)));
  const roots = nodes.map((node, i) => i).filter(i => nodes[i].classList.contains('declared') || above[i].length === 0);
  const folded = new Set();

  const say = text => { said.textContent = text; };

  // What is shown is what a declared package leads to by packages that are not folded.
  const show = () => {
    const shown = new Set(roots);
    const open = roots.slice();
    while (open.length) {
      const at = open.pop();
      if (folded.has(at)) continue;
      for (const to of needs[at]) {
        if (!shown.has(to)) { shown.add(to); open.push(to); }
      }
    }
    if (folded.size === 0) nodes.forEach((node, i) => shown.add(i));
    nodes.forEach((node, i) => {
      node.classList.toggle('gone', !shown.has(i));
      node.classList.toggle('folded', folded.has(i));
      node.setAttribute('aria-expanded', String(!folded.has(i)));
    });
    edges.forEach(edge => {
      const from = Number(edge.dataset.from);
      edge.classList.toggle('gone', !shown.has(from) || folded.has(from) || !shown.has(Number(edge.dataset.to)));
    });
  };

  const fold = i => {
    if (needs[i].length === 0) { say(nodes[i].getAttribute('aria-label') + ' needs nothing'); return; }
    if (!folded.delete(i)) folded.add(i);
    show();
    say(nodes[i].getAttribute('aria-label') + (folded.has(i) ? ' is folded' : ' is unfolded'));
  };

  // The shortest way up to a declared package.
  const way = i => {
    const from = new Map([[i, -1]]);
    const open = [i];
    for (let k = 0; k < open.length; k++) {
      const at = open[k];
      if (nodes[at].classList.contains('declared')) {
        const found = [];
        for (let step = at; step !== -1; step = from.get(step)) found.push(step);
        return found;
      }
      for (const next of above[at]) {
        if (!from.has(next)) { from.set(next, at); open.push(next); }
      }
    }
    return [i];
  };

  const focus = i => {
    nodes.forEach((node, k) => node.setAttribute('tabindex', k === i ? '0' : '-1'));
    nodes[i].focus({ preventScroll: true });
    nodes[i].scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const choose = i => {
    const steps = way(i);
    steps.forEach(step => folded.delete(step));
    show();
    const on = new Set(steps);
    nodes.forEach((node, k) => node.classList.toggle('way', on.has(k)));
    edges.forEach(edge => {
      const at = steps.indexOf(Number(edge.dataset.from));
      edge.classList.toggle('way', at >= 0 && steps[at + 1] === Number(edge.dataset.to));
    });
    say(nodes[i].getAttribute('aria-label') + ': ' + nodes[i].dataset.way);
  };

  const find = text => {
    const wanted = text.trim().toLowerCase();
    let count = 0;
    nodes.forEach((node, i) => {
      const hit = wanted !== '' && node.dataset.name.includes(wanted);
      node.classList.toggle('found', hit);
      if (hit) {
        count++;
        way(i).forEach(step => { if (step !== i) folded.delete(step); });
      }
    });
    rows.forEach(row => row.classList.toggle('gone', wanted !== '' && !row.cells[0].textContent.includes(wanted)));
    show();
    say(wanted === '' ? '' : count + (count === 1 ? ' package' : ' packages') + ' with ' + wanted + ' in the name');
    return nodes.findIndex(node => node.classList.contains('found'));
  };

  // The nearest node of the next column that is connected, or of the same column.
  const box = i => nodes[i].querySelector('rect');
  const at = (i, name) => Number(box(i).getAttribute(name));
  const neighbour = (i, key) => {
    const shown = k => !nodes[k].classList.contains('gone');
    if (key === 'ArrowRight') return needs[i].filter(shown)[0];
    if (key === 'ArrowLeft') return above[i].filter(shown)[0];
    const sign = key === 'ArrowDown' ? 1 : -1;
    return nodes.map((node, k) => k)
      .filter(k => shown(k) && at(k, 'x') === at(i, 'x') && sign * (at(k, 'y') - at(i, 'y')) > 0)
      .sort((one, other) => Math.abs(at(one, 'y') - at(i, 'y')) - Math.abs(at(other, 'y') - at(i, 'y')))[0];
  };

  nodes.forEach((node, i) => {
    node.addEventListener('click', () => { focus(i); choose(i); });
    node.addEventListener('dblclick', () => fold(i));
    node.addEventListener('keydown', event => {
      if (event.key === 'Enter') choose(i);
      else if (event.key === ' ') fold(i);
      else if (event.key.startsWith('Arrow')) {
        const next = neighbour(i, event.key);
        if (next !== undefined) focus(next);
      } else return;
      event.preventDefault();
    });
  });
  search.addEventListener('input', () => find(search.value));
  document.getElementById('tools').addEventListener('submit', event => {
    event.preventDefault();
    const first = find(search.value);
    if (first >= 0) { focus(first); choose(first); }
  });
  document.getElementById('fold-all').addEventListener('click', () => {
    roots.forEach(i => { if (needs[i].length) folded.add(i); });
    show();
    say('only what is declared is shown');
  });
  document.getElementById('unfold-all').addEventListener('click', () => { folded.clear(); show(); say('all is shown'); });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement !== search) { event.preventDefault(); search.focus(); }
  });

  // Where columns are long, the first one is far from the top of the picture: it opens where that column is.
  const start = () => {
    const all = nodes.map((node, i) => i);
    const left = Math.min(...all.map(i => at(i, 'x')));
    const heights = all.filter(i => at(i, 'x') === left).map(i => at(i, 'y')).sort((one, other) => one - other);
    const picture = document.getElementById('picture');
    if (heights.length) picture.scrollTop = heights[Math.floor(heights.length / 2)] - picture.clientHeight / 2;
  };

  // #NODE shows the way to it, #search=TEXT searches, #fold folds all: such places can be linked to.
  const go = () => {
    const place = decodeURIComponent(location.hash.slice(1));
    if (place.startsWith('search=')) { search.value = place.slice(7); find(search.value); }
    else if (place === 'fold') document.getElementById('fold-all').click();
    else {
      const i = nodes.findIndex(node => node.id === place);
      if (i >= 0) { focus(i); choose(i); }
    }
  };
  window.addEventListener('hashchange', go);
  show();
  start();
  go();
})();
