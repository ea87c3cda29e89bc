import type { BoilerplateRule } from '../rule.ts';
import { accessibility } from './accessibility.ts';
import { advertisement } from './advertisement.ts';
import { affiliateDisclosure } from './affiliate-disclosure.ts';
import { agencyCredit } from './agency-credit.ts';
import { archiveStamp } from './archive-stamp.ts';
import { audioPlayer } from './audio-player.ts';
import { authorContact } from './author-contact.ts';
import { authorisedBy } from './authorised-by.ts';
import { backToTop } from './back-to-top.ts';
import { breadcrumb } from './breadcrumb.ts';
import { captionCredit } from './caption-credit.ts';
import { commentCount } from './comment-count.ts';
import { commentForm } from './comment-form.ts';
import { commentPolicy } from './comment-policy.ts';
import { commentReply } from './comment-reply.ts';
import { contactDetails } from './contact-details.ts';
import { contactLine } from './contact-line.ts';
import { cookieConsent } from './cookie-consent.ts';
import { copyright } from './copyright.ts';
import { correctionsContact } from './corrections-contact.ts';
import { disclaimer } from './disclaimer.ts';
import { donationAppeal } from './donation-appeal.ts';
import { downloadApp } from './download-app.ts';
import { editorsNote } from './editors-note.ts';
import { embedResidue } from './embed-residue.ts';
import { eventPromotion } from './event-promotion.ts';
import { formField } from './form-field.ts';
import { furtherInformation } from './further-information.ts';
import { furtherTitles } from './further-titles.ts';
import { imageGallery } from './image-gallery.ts';
import { languageSwitch } from './language-switch.ts';
import { loginRegister } from './login-register.ts';
import { marketWidget } from './market-widget.ts';
import { mostRead } from './most-read.ts';
import { navigation } from './navigation.ts';
import { newsletterSignup } from './newsletter-signup.ts';
import { notificationPrompt } from './notification-prompt.ts';
import { pagination } from './pagination.ts';
import { paywall } from './paywall.ts';
import { photoCredit } from './photo-credit.ts';
import { printEmail } from './print-email.ts';
import { privacyTerms } from './privacy-terms.ts';
import { publisherLine } from './publisher-line.ts';
import { readMore } from './read-more.ts';
import { readerPoll } from './reader-poll.ts';
import { readingTime } from './reading-time.ts';
import { relatedLinks } from './related-links.ts';
import { relatedTeaser } from './related-teaser.ts';
import { republicationNotice } from './republication-notice.ts';
import { rightsReserved } from './rights-reserved.ts';
import { scriptNotice } from './script-notice.ts';
import { searchBox } from './search-box.ts';
import { shareWidget } from './share-widget.ts';
import { shopCart } from './shop-cart.ts';
import { siteFooter } from './site-footer.ts';
import { skipLink } from './skip-link.ts';
import { socialFollow } from './social-follow.ts';
import { socialIcons } from './social-icons.ts';
import { sourceLink } from './source-link.ts';
import { sponsoredLabel } from './sponsored-label.ts';
import { storyRating } from './story-rating.ts';
import { subscriptionOffer } from './subscription-offer.ts';
import { survey } from './survey.ts';
import { tableOfContents } from './table-of-contents.ts';
import { tagsLine } from './tags-line.ts';
import { translationNotice } from './translation-notice.ts';
import { videoPlayer } from './video-player.ts';
import { weatherWidget } from './weather-widget.ts';
import { wireSignOff } from './wire-sign-off.ts';

/** All families of boilerplate, in the order of their names. */
export const rules: readonly BoilerplateRule[] = [
  accessibility,
  advertisement,
  affiliateDisclosure,
  agencyCredit,
  archiveStamp,
  audioPlayer,
  authorContact,
  authorisedBy,
  backToTop,
  breadcrumb,
  captionCredit,
  commentCount,
  commentForm,
  commentPolicy,
  commentReply,
  contactDetails,
  contactLine,
  cookieConsent,
  copyright,
  correctionsContact,
  disclaimer,
  donationAppeal,
  downloadApp,
  editorsNote,
  embedResidue,
  eventPromotion,
  formField,
  furtherInformation,
  furtherTitles,
  imageGallery,
  languageSwitch,
  loginRegister,
  marketWidget,
  mostRead,
  navigation,
  newsletterSignup,
  notificationPrompt,
  pagination,
  paywall,
  photoCredit,
  printEmail,
  privacyTerms,
  publisherLine,
  readMore,
  readerPoll,
  readingTime,
  relatedLinks,
  relatedTeaser,
  republicationNotice,
  rightsReserved,
  scriptNotice,
  searchBox,
  shareWidget,
  shopCart,
  siteFooter,
  skipLink,
  socialFollow,
  socialIcons,
  sourceLink,
  sponsoredLabel,
  storyRating,
  subscriptionOffer,
  survey,
  tableOfContents,
  tagsLine,
  translationNotice,
  videoPlayer,
  weatherWidget,
  wireSignOff,
];
