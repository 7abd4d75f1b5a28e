import { onMount } from 'svelte';

onMount(() => {});
//      ^ fact/context: event
