// Which country a phone number is of, by its calling code: the largest that has it, and none for +1, which many share.
import { language } from './language.svelte';

/** Calling codes with their countries, as ITU-T E.164 assigns them. Seven is told apart by the digit that follows. */
const CODES = new Map(
  `20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU 39IT 40RO 41CH 43AT 44GB 45DK 46SE 47NO 48PL 49DE 51PE 52MX 53CU 54AR 55BR
   56CL 57CO 58VE 60MY 61AU 62ID 63PH 64NZ 65SG 66TH 73RU 74RU 76KZ 77KZ 78RU 79RU 81JP 82KR 84VN 86CN 90TR 91IN
   92PK 93AF 94LK 95MM 98IR 211SS 212MA 213DZ 216TN 218LY 220GM 221SN 222MR 223ML 224GN 225CI 226BF 227NE 228TG 229BJ
   230MU 231LR 232SL 233GH 234NG 235TD 236CF 237CM 238CV 239ST 240GQ 241GA 242CG 243CD 244AO 245GW 248SC 249SD 250RW
   251ET 252SO 253DJ 254KE 255TZ 256UG 257BI 258MZ 260ZM 261MG 263ZW 264NA 265MW 266LS 267BW 268SZ 269KM 291ER 297AW
   298FO 299GL 350GI 351PT 352LU 353IE 354IS 355AL 356MT 357CY 358FI 359BG 370LT 371LV 372EE 373MD 374AM 375BY 376AD
   377MC 378SM 380UA 381RS 382ME 383XK 385HR 386SI 387BA 389MK 420CZ 421SK 423LI 500FK 501BZ 502GT 503SV 504HN 505NI
   506CR 507PA 509HT 591BO 592GY 593EC 595PY 597SR 598UY 670TL 673BN 675PG 676TO 677SB 678VU 679FJ 685WS 850KP 852HK
   853MO 855KH 856LA 880BD 886TW 960MV 961LB 962JO 963SY 964IQ 965KW 966SA 967YE 968OM 970PS 971AE 972IL 973BH 974QA
   975BT 976MN 977NP 992TJ 993TM 994AZ 995GE 996KG 998UZ`
    .split(/\s+/)
    .map((pair) => [pair.slice(0, -2), pair.slice(-2)] as const),
);
const LONGEST = 3;

/** What a language calls the countries; making one takes long, and a list of numbers asks for many. */
const NAMES = new Map<string, Intl.DisplayNames>();

function namesIn(language: string): Intl.DisplayNames {
  const names = NAMES.get(language) ?? new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  NAMES.set(language, names);
  return names;
}

/** The country of a number such as `+37255512345`, as the language of now calls it; none of what is no such number. */
export function countryOf(number: string): string | null {
  const digits = /^\+(\d{4,})$/.exec(number)?.[1];
  if (digits === undefined) return null;
  for (let length = LONGEST; length > 1; length -= 1) {
    const region = CODES.get(digits.slice(0, length));
    if (region) return namesIn(language()).of(region) ?? null;
  }
  return null;
}
