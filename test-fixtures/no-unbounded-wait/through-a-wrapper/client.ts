import axios, { type AxiosRequestConfig } from 'axios';

export async function ask(path: string, options?: AxiosRequestConfig): Promise<unknown> {
  const { data } = await axios.get(`http://warehouse${path}`, options);
  return data;
}

export async function askPlainly(path: string): Promise<unknown> {
  const { data } = await axios.get(`http://warehouse${path}`);
//                             ^^^ no-unbounded-wait
  return data;
}
