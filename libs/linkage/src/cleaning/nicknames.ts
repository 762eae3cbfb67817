/** Given names and what people of that name are called in English. The first of a row is the name in full. */
const ROWS = `
abigail abby abbie gail|alexander alex alec sandy xander al|alexandra alex sandra lexi sandy|alfred alf alfie fred al|allison ali allie|amanda mandy manda
andrew andy drew|angela angie|ann anne annie nan nancy|anthony tony ant|antonia toni|arthur art artie|barbara barb barbie babs|beatrice bea trixie
benjamin ben benji benny|bernard bernie barney|bradley brad|calvin cal|cameron cam|catherine cathy kate katie kitty cath katherine kathryn kathy kay|charles charlie chuck chas
charlotte charlie lottie|christine chris chrissy tina christina|christopher chris kit topher kris kristopher|clifford cliff|cynthia cindy|daniel dan danny|david dave davy davey
deborah deb debbie debra|dennis denny|dominic dom|donald don donny|dorothy dot dottie dolly|douglas doug|edward ed eddie ted teddy ned|edwin ed eddie|eleanor ellie nell nora
elizabeth liz lizzie beth betty betsy eliza libby lisa|emily em emmy|eugene gene|evelyn evie eve|florence flo florrie|frances fran frankie|francis frank fran|franklin frank
frederick fred freddie freddy|gabriel gabe|gabrielle gabby|gerald gerry jerry|geoffrey geoff jeff jeffrey|george georgie|gregory greg|harold harry hal|harriet hattie|henry harry hank hal
helen nell|isabella bella izzy isabel|jacob jake|jacqueline jackie|james jim jimmy jamie|janet jan|jennifer jen jenny|jessica jess jessie|joan joanie|john jack johnny jon|jonathan jon johnny
joseph joe joey|josephine jo josie|joshua josh|judith judy|julia julie|kenneth ken kenny|kimberly kim|lawrence larry laurie laurence|leonard len lenny leo|leslie les|lewis lew louis
lillian lily|louise lou|lucille lucy|luke lucas|madeline maddie|margaret maggie meg peggy marge rita greta|martin marty|mary molly polly mae|matilda tilly mattie|matthew matt matty
megan meg|melvin mel|michael mike mick mickey micky mikey|miranda mandy|mitchell mitch|nathaniel nat nate nathan|nicholas nick nicky|nicole nicky niki|oliver ollie olly|olivia liv livvy|oscar ozzy
pamela pam|patricia pat patty trish tricia|patrick pat paddy|penelope penny|peter pete|philip phil phillip|priscilla cilla|rachel rach|raymond ray|rebecca becky becca|reginald reg reggie
richard rick dick rich ricky richie|robert bob bobby rob robbie bert|roberta bobbie|roger rog|ronald ron ronnie|rosemary rose rosie|russell russ|ruth ruthie|samantha sam sammy|samuel sam sammy
sarah sally sadie sara|sebastian seb|sharon shari|sidney sid|solomon sol|sophia sophie|stanley stan|stephanie steph|stephen steve stevie steven|stewart stu stuart|susan sue susie suzy suzanne
sylvia syl|terence terry|teresa terry tess theresa|theodore theo ted teddy|thomas tom tommy|timothy tim timmy|valerie val|vernon vern|veronica ronnie|victor vic|victoria vicky tori|vincent vince vinny
virginia ginny|walter walt wally|wilfred wilf|william will bill billy willy willie liam|winifred winnie|zachary zach zack`;

const ROWS_OF = new Map<string, Set<number>>();
for (const [row, names] of ROWS.trim().split(/[|\n]/).entries())
  for (const name of names.trim().split(' ')) ROWS_OF.set(name, (ROWS_OF.get(name) ?? new Set()).add(row));

/** Whether two given names, in plain letters, are names of one and the same. */
export function sameCalled(a: string, b: string): boolean {
  const [rowsA, rowsB] = [ROWS_OF.get(a), ROWS_OF.get(b)];
  if (!rowsA || !rowsB) return false;
  for (const row of rowsA) if (rowsB.has(row)) return true;
  return false;
}
