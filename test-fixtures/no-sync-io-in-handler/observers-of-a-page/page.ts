const seen = new IntersectionObserver(() => {
  ask('/seen');
});
seen.observe(document.body);
window.addEventListener('scroll', () => ask('/scrolled'));
document.body.onclick = () => ask('/clicked');
requestAnimationFrame(function frame() {
  ask('/frame');
  requestAnimationFrame(frame);
});

function ask(path: string): string {
  const request = new XMLHttpRequest();
  request.open('GET', path, false);
//        ^^^^ no-sync-io-in-handler
  request.send();
  return request.responseText;
}
