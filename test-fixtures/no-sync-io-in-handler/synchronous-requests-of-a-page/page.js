const button = document.querySelector('#buy');

function price(id) {
  const request = new XMLHttpRequest();
  request.open('GET', `/prices/${id}`, false);
//        ^^^^ no-sync-io-in-handler
  request.send();
  return request.responseText;
}

function stock(id, show) {
  const request = new XMLHttpRequest();
  request.open('GET', `/stock/${id}`);
  request.onload = () => show(request.responseText);
  request.send();
}

button.addEventListener('click', () => {
  button.textContent = price('7');
  stock('7', (text) => {
    button.title = text;
  });
});
