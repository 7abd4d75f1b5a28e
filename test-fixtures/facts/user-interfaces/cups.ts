import { computed, defineComponent, onMounted, watch } from 'vue';

onMounted(() => {});
//        ^ fact/context: event
watch(() => 1, () => {});
//    ^ fact/context: render
//             ^ fact/context: event
computed(() => 1);
//       ^ fact/context: render

export default defineComponent({
  data: () => ({}),
//      ^ fact/context: render
  methods: { pour: () => {} },
//                 ^ fact/context: event
  computed: { full() {
//            ^^^^ fact/context: render
    return true;
  } },
  mounted() {},
//^^^^^^^ fact/context: event
});
