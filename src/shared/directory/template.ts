/** What a template may name: `district` with its kind ("Kabupaten Kendal"), `place` without ("Kendal"). */
export type TemplateFacts = { district: string; place: string; subdistrict?: string; village?: string; name?: string }

/** Fills `{district}`, `{place}`, `{subdistrict}`, `{village}` and `{name}`; throws when a template names a fact not given. */
export const fillTemplate = (template: string, facts: TemplateFacts): string =>
  template.replace(/\{(\w+)\}/g, (_, word: string) => {
    const fact = facts[word as keyof TemplateFacts]
    if (fact === undefined) throw new Error(`the template asks for {${word}}`)
    return fact
  })
