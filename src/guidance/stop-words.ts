/** Words that say nothing of what is asked. */
export const STOP_WORDS: readonly string[] = (
  'a an the and or but if of to in on at by for from with without into about as than then so that this these ' +
  'those it its is are was were be been being am do does did done have has had having can could may might must ' +
  'shall should will would what which who whom whose when where why how i me my we us our you your he him his ' +
  'she her they them their there here not no any some all each every other another such own same just also ' +
  'very too really still please tell know explain need needs want wants get gets got go goes going say says ' +
  'said mean means thing things something anything someone anybody during while until up down out off over ' +
  'under again once now today ever yes ok okay hello hi thanks thank hey quick question ask asking wondering ' +
  'wonder whats whos im ive dont doesnt cant isnt use used using make made give given take taken put come came ' +
  'let way lot many much more most long happen happens happened apply applies rule rules'
).split(' ');
