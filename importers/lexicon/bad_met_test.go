package lexicon

import "testing"

// Each way of saying that people meet what is bad is found in an example of its own, and with it the word for that.
func TestEachWayToMeetWhatIsBad(t *testing.T) {
	examples := map[string][2]string{
		"en met":             {"I have had some serious problems with you", "problems"},
		"en occurs":          {"Mistakes often happen", "mistakes"},
		"en itself":          {"Invoices are inaccurate", "inaccurate"},
		"en comes late":      {"My parcels often come too late", "late"},
		"en has to wait":     {"I have to wait", "wait"},
		"en waits long":      {"I waited very long", "waited"},
		"en is kept waiting": {"You keep customers waiting", "waiting"},
		"en is":              {"Your staff seem rather rude", "rude"},
		"de met":             {"Es gibt oft Störungen", "störungen"},
		"de occurs":          {"Dass Mängel bei uns auftreten", "mängel"},
		"de itself":          {"Die Ware ist unpünktlich", "unpünktlich"},
		"de has to":          {"Ich musste mich schon beschweren", "beschweren"},
		"de waits long":      {"Wir warten zu lange", "warten"},
		"de long waits":      {"Wer anruft, soll lange warten", "warten"},
		"de is":              {"Die Anmeldung ist sehr umständlich", "umständlich"},
		"fr met":             {"Il y a souvent des retards", "retards"},
		"fr complains":       {"Je tiens à me plaindre", "plaindre"},
		"fr itself":          {"Les colis arrivent abîmés", "abîmés"},
		"fr has to":          {"Il faut toujours attendre", "attendre"},
		"fr is":              {"Le service est lent", "lent"},
		"es met":             {"Hay muchos retrasos", "retrasos"},
		"es itself":          {"Los productos llegan dañados", "dañados"},
		"es has to":          {"Tengo que esperar", "esperar"},
		"es comes late":      {"Los pedidos llegan siempre tarde", "tarde"},
		"es is":              {"El servicio es lento", "lento"},
		"pt met":             {"Há muitos atrasos", "atrasos"},
		"pt has to":          {"Precisa aguardar", "aguardar"},
		"pt itself":          {"Os produtos chegam danificados", "danificados"},
		"pt is":              {"O atendimento é lento", "lento"},
		"it met":             {"Ci sono spesso ritardi", "ritardi"},
		"it itself":          {"La merce arriva danneggiata", "danneggiata"},
		"it has to":          {"Devo aspettare", "aspettare"},
		"it is":              {"Il servizio è lento", "lento"},
		"nl met":             {"Er zijn vaak storingen", "storingen"},
		"nl has to":          {"Ik moet vaak wachten", "wachten"},
		"nl itself":          {"De goederen komen kapot en kapotte dozen", "kapotte"},
		"nl is":              {"De levering is traag", "traag"},
	}
	for _, l := range metTable() {
		for _, way := range l.ways {
			name := l.language + " " + way.says
			example, known := examples[name]
			if !known {
				t.Errorf("%s has no example", name)
				continue
			}
			delete(examples, name)
			bare := HeadingOf(example[0]).Plain()
			if m := way.pattern().FindStringSubmatch(bare); m == nil || m[1] != example[1] {
				t.Errorf("%s: %q: found %q, want %q", name, example[0], m, example[1])
			}
			if got := MeetsBad(bare); got != example[1] {
				t.Errorf("%s: %q asks for %q, want %q", name, example[0], got, example[1])
			}
		}
	}
	for name := range examples {
		t.Errorf("no way is called %s", name)
	}
}
