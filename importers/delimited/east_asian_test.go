package delimited

import (
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// Texts of surveys are read in the encoding in which they were written, however short their headings; what is none of these languages is left to Windows-1252.
func TestEastAsianEncodings(t *testing.T) {
	japanese := []string{
		"番号,サービスにどの程度満足していますか？,地域はどこですか\n0,1,北海道\n1,5,大阪府\n2,3,東京都\n",
		"回答者,当社のサービスに満足していますか,ご意見\n0,2,とても良いです。\n1,3,担当者の対応がよかった\n",
		"ID,全体としてどのくらい満足していますか?,部署\n0,5,人事部\n1,2,営業部\n2,5,開発部\n3,1,経理部\n4,2,総務部\n",
		"タイムスタンプ,サービスの満足度,店舗\n0,5,新宿店\n1,3,渋谷店\n2,2,池袋店\n",
		"ID,Satisfaction,Comment\n0,1,やや不満\n1,1,不満\n2,3,やや満足\n",
		"ID,満足度,性別\n1,5,男性\n2,4,女性\n",
		"社員番号,上司の評価,部門\n1,4,人事\n2,3,製造\n3,2,物流\n",
		"id,q1\n1,満足\n2,普通\n",
	}
	korean := []string{
		"번호,서비스에 얼마나 만족하십니까?,지역은 어디입니까?\n0,3,서울특별시\n1,3,대구광역시\n",
		"응답자,전반적인 만족도는?,의견\n0,3,매우 불만족\n1,5,만족\n",
		"ID,Satisfaction,Comment\n0,1,친절합니다\n1,2,느려요\n",
		"id,만족도,성별\n1,5,남\n2,4,여\n",
		"id,q1\n1,만족\n2,보통\n",
		"타임스탬프,직원의 친절도,매장\n1,5,강남점\n2,3,홍대점\n3,4,부산점\n",
		"부서,상사는 제 의견을 잘 듣는다\n인사,4\n영업,3\n개발,5\n",
		"id,의견\n1,똠양꿍이 정말 맛있었고 직원들도 친절했습니다\n2,배송이 빨라서 좋았어요\n",
	}
	chinese := []string{
		"编号,您对服务的满意程度如何？,您在哪个地区\n0,3,上海市\n1,1,广东省\n",
		"ID,Satisfaction,意见\n0,2,满意\n1,4,一般\n",
		"id,满意度,性别\n1,5,男\n2,4,女\n",
		"id,q1\n1,满意\n2,一般\n",
		"编号,产品\n1,很好\n2,好\n", // its bytes are letters of Korean too
		"工号,上级愿意听取我的意见,部门\n1,4,人事部\n2,3,销售部\n3,5,研发部\n",
		"提交时间,产品质量,门店\n1,5,北京店\n2,3,广州店\n3,2,深圳店\n",
		"序号,姓名,评价\n1,王小明,物流很快\n2,李娜,包装有破损\n3,张婷婷,客服态度好\n",
	}
	traditional := []string{
		"編號,您對服務滿意嗎,意見\n0,1,滿意\n1,4,非常滿意\n",
		"編號,員工的態度,部門\n1,4,客戶服務部\n2,3,業務部\n",
	}
	for _, test := range []struct {
		encoding string
		texts    []string
	}{{"shift_jis", japanese}, {"euc-kr", korean}, {"gbk", chinese}, {"big5", traditional}, {"euc-jp", japanese[:5]}} {
		for _, text := range test.texts {
			if got := guessed(t, test.encoding, text); got != test.encoding {
				t.Errorf("%s: taken for %q:\n%s", test.encoding, got, text)
			}
		}
	}
	for encoding, texts := range map[string][]string{
		"windows-1252": {"id,Wie gut hören wir zu?,Warum\n1,7,für schöne Übergänge – größer\n2,6,naïve façade\n", "id,é,à\n1,ÄÖÜß,éè\n", "Straße;Größe\nMünchen;Äpfel\n", "opinião;satisfação\nnão;ótimo\n"},
		"windows-1251": {"Номер,Насколько вы довольны?,Город\n1,5,Москва\n2,4,Казань\n", "id,да\n1,нет\n2,хорошо\n"},
		"macintosh":    {"id,Zufriedenheit mit der Größe\n1,schön\n2,übel\n"},
	} {
		for _, text := range texts {
			if got := guessed(t, encoding, text); got != "" {
				t.Errorf("%s: taken for %q:\n%s", encoding, got, text)
			}
		}
	}
}

// guessed returns the encoding that a text is taken to be in when it is written in another.
func guessed(t *testing.T, encoding, text string) string {
	t.Helper()
	chosen, err := htmlindex.Get(encoding)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := chosen.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(encoding, err)
	}
	if guess := GuessEncoding(raw); guess != nil {
		return guess.Encoding
	}
	return ""
}
