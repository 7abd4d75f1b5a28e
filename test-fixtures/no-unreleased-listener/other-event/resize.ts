const edge = document.createElement('div');

function onMove(): void {
  console.log('move');
}

edge.addEventListener('pointerdown', () => {
  document.addEventListener('pointermove', onMove);
//         ^^^^^^^^^^^^^^^^ no-unreleased-listener
});

edge.addEventListener('pointerup', () => {
  document.removeEventListener('mousemove', onMove);
//         ^^^^^^^^^^^^^^^^^^^ no-unreleased-listener
});
