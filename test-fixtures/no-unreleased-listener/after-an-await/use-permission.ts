import { ref, type Ref } from 'vue';
import { useEventListener } from '@vueuse/core';

export function usePermission(name: PermissionName): Ref<string> {
  const state = ref('');
  const query = async (): Promise<void> => {
    const status = await navigator.permissions.query({ name });
    useEventListener(status, 'change', () => (state.value = status.state));
//  ^^^^^^^^^^^^^^^^ no-unreleased-listener: `useEventListener` is called after an `await`: no scope is active then, so nothing ends what it registers.
  };
  useEventListener(document, 'visibilitychange', () => void query());
  void query();
  return state;
}
