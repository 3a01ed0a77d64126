"""From a folder of Markdown and YAML to validated models, with every fault named."""
