export async function loadPage(url: string): Promise<string> {
  const answer = await fetch(url);
//                     ^^^^^ strict/no-unbounded-wait
  return answer.text();
}
