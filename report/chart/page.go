package chart

import (
	"fmt"
	"html"
)

// Chart is a chart of a report: a page lays it out by itself, beside a document it is drawings of a fixed size.
type Chart interface {
	// Caption says what the chart is, and what it shows.
	Caption() (title, desc string)
	// Pages draws the chart in as many pieces as it needs to fit sheets of paper.
	Pages() []*Drawing
	inlay(*inlay)
}

// PageStyle is what a page needs besides Style. Labels are texts of the page, which wrap by themselves; what is plotted stands at shares
// of the width that they leave. On a telephone labels stand above what they name, since beside it they would push it out of sight. Printed
// pages break between rows, and repeat the key and the axis.
const PageStyle = `.chart svg{display:block;overflow:visible}.chart table{width:100%;min-width:0;border-collapse:collapse;font-size:.8rem;line-height:1.25}.chart tr{border:0}
.chart td{padding:.1rem 0;min-width:0;text-align:left;vertical-align:middle;white-space:normal}.chart td:first-child{padding:.2rem 0;overflow-wrap:anywhere}.chart td:nth-child(2){position:relative;height:var(--row)}
.chart td:nth-child(2)>svg{position:absolute;top:0;left:14px;width:calc(100% - 28px);height:100%}.chart td:nth-child(3){padding-left:.5rem;text-align:right}
.chart thead td{vertical-align:bottom;color:var(--muted)}.chart thead td:nth-child(2){height:auto;padding-bottom:1.2rem;text-align:center}.chart thead td:nth-child(2)>svg{top:auto;bottom:0;height:1rem}.chart thead text{text-anchor:middle}
.chart .group td{padding:.6rem 0 .1rem;font-weight:bold}.chart td.key{padding-bottom:.4rem;color:var(--ink)}.key span{display:inline-block;margin-right:1.4rem}.key svg{display:inline-block!important;width:12px;height:12px;margin-right:.45rem;vertical-align:-1px}
g.grid,path.grid{stroke:var(--rule,#d5d5d5)}line.cross,line.axis{stroke:var(--muted,#5a5a5a)}line.cross{stroke-dasharray:4 3}g.muted{fill:var(--muted,#5a5a5a)}
.chart svg svg line{stroke-width:2}.chart .profile svg svg line{stroke-width:1.5}.chart .bars svg svg line{stroke-width:12}.chart .parts svg svg line{stroke-width:17}.parts .low{stroke:var(--low,#a84300)}.parts .between{stroke:var(--between,#d9d9d9)}.parts .high{stroke:var(--high,#0072b2)}
.parts text{fill:var(--paper,#fff);stroke:none;text-anchor:middle;dominant-baseline:central}.parts .muted{text-anchor:start}.chart .parts thead td:nth-child(2){padding:0}.parts tbody tr:not(.group) td:first-child{padding-left:1rem}
.map{display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:flex-start}.map.long{display:block}.map svg{width:434px;max-width:100%;height:auto}.map ol{flex:1 1 16rem;margin:.5rem 0;padding:0;font-size:.8rem;line-height:1.25}.map.long ol{columns:15rem}.map li{margin-left:2rem;break-inside:avoid}.map li::marker{font-weight:bold}.map small{display:block;font-size:inherit;color:var(--muted)}
.plots svg{font-size:12px}.plots div{display:inline-block;width:172px;margin:0 5px .6rem 0;vertical-align:bottom}.plots div svg{width:172px;height:var(--plot)}.plots b{display:block;max-width:160px;font-size:.75rem}
@media screen and (max-width:40rem){.chart table,.chart thead,.chart tbody,.chart td{display:block}.chart tr{display:grid;grid-template-columns:1fr auto;gap:0 .5rem}.chart td{width:auto!important}.chart td:nth-child(2){order:1;grid-column:1/3}.chart td[colspan]{grid-column:1/3}.chart .plots tr{display:block}figure:has(.profile){display:none}}
@media print{.chart{zoom:.75}.chart tr,.parts tbody,.map svg,.map li,.plots div{break-inside:avoid}.chart .plots tr{break-inside:auto}.chart .group{break-after:avoid}.chart thead{break-after:avoid}}`

// Page shows the charts of one page.
type Page struct{ charts int }

// Inline returns a chart for a page that holds Style and PageStyle. What its rows share has ids that are short, since they stand in every
// row; so have its title and its description.
func (p *Page) Inline(c Chart) string {
	p.charts++
	b := &inlay{canvas: newCanvas(Words{}), key: fmt.Sprintf("c%d", p.charts)}
	title, desc := c.Caption()
	b.said = fmt.Sprintf(`<title id="%[1]s-t">%[2]s</title><desc id="%[1]s-d">%[3]s</desc>`, b.key, html.EscapeString(title), html.EscapeString(desc))
	b.add(`<div class="chart" role="img" aria-labelledby="%[1]s-t %[1]s-d">`, b.key)
	c.inlay(b)
	b.add(`</div>`)
	return b.text.String()
}
