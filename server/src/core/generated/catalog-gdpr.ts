// Generated from server/data/standards/gdpr.yaml by scripts/generate.mjs. Do not edit.
export default () =>
  "{\"published\":\"2016-04-27\",\"copyright\":\"Numbers identify provisions of the document; all other text is this project's own wording.\",\"sources\":[{\"id\":\"OWN\",\"title\":\"Editors' knowledge of the subject, not yet checked against a licensed or official text\",\"publisher\":\"this project\",\"kind\":\"own\"}]}";
