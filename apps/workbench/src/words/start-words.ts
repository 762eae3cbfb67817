import { type Lang, langOf } from '@tracewright/workbench-model';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import casesEn from './cases/en.json';
import casesZh from './cases/zh.json';
import contactsEn from './contacts/en.json';
import contactsZh from './contacts/zh.json';
import frameEn from './frame/en.json';
import frameZh from './frame/zh.json';
import moreEn from './more/en.json';
import moreZh from './more/zh.json';
import pushEn from './push/en.json';
import pushZh from './push/zh.json';
import transferEn from './transfer/en.json';
import transferZh from './transfer/zh.json';

const KEPT = 'tracewright-language';

/** The language last chosen here, else the browser's. Both are loaded, so switching loses nothing and waits for nothing. */
export function startWords(): void {
  const kept = localStorage.getItem(KEPT);
  const lng: Lang = kept === 'zh' || kept === 'en' ? kept : langOf(navigator.languages);
  void i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: {
      zh: { translation: { frame: frameZh, cases: casesZh, contacts: contactsZh, push: pushZh, transfer: transferZh, more: moreZh } },
      en: { translation: { frame: frameEn, cases: casesEn, contacts: contactsEn, push: pushEn, transfer: transferEn, more: moreEn } },
    },
  });
  say(lng);
}

const say = (lang: Lang): void => {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
};

export function chooseLanguage(lang: Lang): void {
  localStorage.setItem(KEPT, lang);
  say(lang);
  void i18next.changeLanguage(lang);
}
