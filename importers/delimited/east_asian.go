package delimited

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// eastAsianText says how text in an encoding looks. The bytes of one language decode as letters of another, but as ones that nobody uses: each encoding has its
// everyday letters in one block, and those of the others fall beside it.
type eastAsianText struct {
	name     string
	script   func(rune) bool                     // the letters of the language
	usual    func(r rune, lead, trail byte) bool // those that it is mostly written in
	mark     func(rune) bool                     // must be there too, or only Han would speak for any of them; nil: need not
	frequent string                              // what stands in any longer text; empty: the usual letters tell enough
}

// eastAsian are the encodings in which surveys are exported.
func eastAsian() []eastAsianText {
	return []eastAsianText{
		{name: "shift_jis", script: isJapanese, usual: func(r rune, lead, trail byte) bool {
			return isKana(r) || lead >= 0x88 && lead <= 0x97 || lead == 0x98 && trail <= 0x72
		}},
		{name: "euc-jp", script: isJapanese, mark: isKana, usual: func(r rune, lead, _ byte) bool { return isKana(r) || lead >= 0xB0 && lead <= 0xCF }},
		{name: "euc-kr", script: isHangul, usual: func(_ rune, lead, trail byte) bool { return lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1 }, frequent: frequentHangul},
		{name: "gbk", script: isHan, usual: func(_ rune, lead, trail byte) bool { return lead >= 0xB0 && lead <= 0xF7 && trail >= 0xA1 }, frequent: frequentHan},
		{name: "big5", script: isHan, usual: func(_ rune, lead, _ byte) bool { return lead >= 0xA4 && lead <= 0xC6 }, frequent: frequentHan},
	}
}

const (
	frequentHangul = "이다는을를에의가고하지한도로서기사리나아시자대어전인그수정일부해보만라과성조상장제스주여구원비공있없않습니까요족매우불통동함편용품질친절빠응답번호역울산광특별견좋음느림체반적으문무데것들게와면안중연생학모소세유계신업회경위관방선남성년" +
		"령담당센터매점직팀객감됩떻"
	frequentHan = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物" +
		"手应向头文体美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教原东提立及比员解水名真论处走各入几口认条平系气题活更别打女变四总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资金指许统区保至社便空决治展科司五基书非则听达放强难且思完设式路记南品住告类求据程北边该交规取望术领共确传师" +
		"满您请选择般服质编号齡龄省京广州城建议客户理由时间速度快慢差态差服務滿質擇編號廣議戶間態產業這個們來為國說時會對過發後裡種經麼學動開實無與長機關點將問應頭體見電話區別總數據選請店員職門"
)

// The shares that speak for an encoding: of everyday letters, of the mark, and of frequent letters.
const (
	usualShare    = 0.85
	markShare     = 0.1
	frequentShare = 0.2
)

// spokenFor returns how far the cells that go beyond ASCII speak for an encoding, 0 not at all: more than half of their letters are of its script, nearly all of those
// beyond ASCII (Chinese read as Korean is half Hangul, half Han), and nearly all of these are usual ones. Each cell counts once: answers are repeated.
func (t *eastAsianText) spokenFor(text string, encoder *encoding.Encoder) float64 {
	seen := map[string]bool{}
	usual := map[rune]bool{}
	var letters, beyond, of, everyday, marks, frequent float64
	for _, c := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\t\r\n\"", r) }) {
		if seen[c] || strings.IndexFunc(c, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
			continue
		}
		seen[c] = true
		for _, r := range c {
			if !unicode.IsLetter(r) {
				continue
			}
			letters++
			if r < utf8.RuneSelf {
				continue
			}
			beyond++
			if !t.script(r) {
				continue
			}
			of++
			is, known := usual[r]
			if !known {
				is = t.isUsual(r, encoder)
				usual[r] = is
			}
			everyday += one(is)
			marks += one(t.mark != nil && t.mark(r))
			frequent += one(strings.ContainsRune(t.frequent, r))
		}
	}
	switch {
	case 2*of <= letters, 10*of < 9*beyond, everyday < usualShare*of, t.mark != nil && marks < markShare*of:
		return 0
	case t.frequent == "":
		return 1
	case frequent < frequentShare*of:
		return 0
	}
	return frequent / of
}

// isUsual reports whether a letter is one of the everyday ones, by its bytes.
func (t *eastAsianText) isUsual(r rune, encoder *encoding.Encoder) bool {
	b, err := encoder.Bytes([]byte(string(r)))
	return err == nil && (len(b) == 2 && t.usual(r, b[0], b[1]) || r == '々')
}

func one(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

func isHangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }
func isHan(r rune) bool    { return unicode.Is(unicode.Han, r) }
func isKana(r rune) bool {
	return (unicode.In(r, unicode.Hiragana, unicode.Katakana) || r == 'ー') && r < 0xFF00
}

// isJapanese: half-width letters of old systems are none, for any Korean and Chinese text can be read as such.
func isJapanese(r rune) bool { return isKana(r) || isHan(r) || r == '々' }
