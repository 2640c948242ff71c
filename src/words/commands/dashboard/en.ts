export const en = {
	command: {
		dashboard_card:
			"The drawing needs its script: copy solar-heating-card.js into the folder www beside Home Assistant's configuration.yaml (restart Home Assistant if you had to make that folder). Then Settings > Dashboards > Resources in the menu > Add resource: /local/solar-heating-card.js?v={version}, JavaScript module. After an update of the app copy the file again and change the number.",
		dashboard_no_card: "This checkout has no card yet: npm run build makes it.",
		dashboard_not_written: "{file} could not be written: {cause}",
		dashboard_how:
			"In Home Assistant: Settings > Dashboards > Add dashboard > New dashboard from scratch. Open it, choose Edit dashboard (the pencil at the top right), then Raw configuration editor in the menu there. Replace all text by this.",
		dashboard_renamed: "If you have renamed an entity in Home Assistant, change its id here too.",
	},
} as const;
