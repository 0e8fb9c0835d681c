// Enhancement of the wall: a note is dragged to a group, or moved with the arrow keys while it has the focus. Either way the note's
// own form is sent, so the server does the same as for its button. Words come from the page, never from here.
const wall = document.querySelector('[data-wall]');
const help = document.querySelector('[data-wall-help]');
const notes = wall ? [...wall.querySelectorAll('[data-note]')] : [];

if (help && notes.length > 0) {
  const heaps = [...wall.querySelectorAll('[data-heap]')];
  const heapOf = (element) => element.closest('[data-heap]');

  // The choice of a note offers every heap but its own; what is not offered does nothing.
  const move = (note, heap) => {
    const form = note.querySelector('form');
    const choice = form?.elements.till;
    if (!heap || heap === heapOf(note) || ![...choice.options].some((option) => option.value === heap.dataset.heap)) return;
    choice.value = heap.dataset.heap;
    form.requestSubmit(form.querySelector('button[value=flytta]'));
  };

  const steps = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
  let dragged = null;
  for (const note of notes) {
    note.tabIndex = 0;
    note.draggable = true;
    note.addEventListener('dragstart', (event) => {
      dragged = note;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', note.id);
    });
    note.addEventListener('dragend', () => { dragged = null; for (const heap of heaps) delete heap.dataset.over; });
    note.addEventListener('keydown', (event) => {
      const step = steps[event.key];
      if (!step || event.target !== note || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      move(note, heaps[heaps.indexOf(heapOf(note)) + step]);
    });
  }
  for (const heap of heaps) {
    heap.addEventListener('dragover', (event) => {
      if (!dragged || heap === heapOf(dragged)) return;
      event.preventDefault();
      heap.dataset.over = '';
    });
    heap.addEventListener('dragleave', (event) => { if (!heap.contains(event.relatedTarget)) delete heap.dataset.over; });
    heap.addEventListener('drop', (event) => {
      event.preventDefault();
      if (dragged) move(dragged, heap);
    });
  }

  help.hidden = false;
  // After a move the focus is at the note again, so that the next arrow moves it on; what was done is read aloud.
  const moved = notes.find((note) => `#${note.id}` === location.hash);
  const done = document.querySelector('[data-done]');
  if (moved && done) {
    moved.focus();
    setTimeout(() => { help.querySelector('[data-wall-status]').textContent = done.textContent.trim(); }, 100);
  }
}
