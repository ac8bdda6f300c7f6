package study

// ParseChecks reads a file of rules: a list under the key checks, as in a study file. The error is a *FileError.
func ParseChecks(name string, text []byte) ([]*Check, error) {
	source, root, err := readYAML(name, text, form{"file of rules", "it begins with  checks:", "checks: [{id: nps-floor, expect: nps(customers) >= 20}]"})
	if err != nil {
		return nil, err
	}
	d := &fileDecoder{decoder: decoder{source: source}, study: &Study{Source: source}}
	d.fields(root, "the file of rules", field{"checks", d.checks})
	if len(d.faults) == 0 && len(d.study.Checks) == 0 {
		d.fault(Place{File: name, Line: 1, Column: 1}, "checks: [{id: nps-floor, expect: nps(customers) >= 20}]", "the file has no rules")
	}
	if len(d.faults) > 0 {
		return nil, fileError(source, d.faults)
	}
	return d.study.Checks, nil
}
