export const loader = () => ({});
//                    ^ fact/context: request
