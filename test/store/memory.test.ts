import { openMemoryStore } from '../../src/store/memory.ts';
import { storeContract } from './store.contract.ts';
import { answersLikePlainMaps } from './store.property.ts';
import { SHAPES } from './threads.ts';

const open = async () => openMemoryStore(SHAPES);

storeContract('memory', open);
answersLikePlainMaps('memory', open, async (store) => store);
