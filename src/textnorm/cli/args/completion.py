"""``textnorm completion SHELL``: completion scripts, made from the parsers themselves."""

from __future__ import annotations

from textnorm.cli.args.command_names import OTHER_COMMANDS, TEXT_COMMANDS
from textnorm.cli.args.parser import build_parser

_BASH = """# for bash: eval "$(textnorm completion bash)"
_textnorm() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} words
  case $COMP_CWORD:${{COMP_WORDS[1]}} in
    1:*) words="{commands}" ;;
{cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _textnorm textnorm
"""
_ZSH = """#compdef textnorm
# for zsh: source <(textnorm completion zsh)
autoload -U +X bashcompinit && bashcompinit
"""


def script(shell: str) -> str:
    """Return the script for one shell."""
    flags = {name: _flags(name) for name in (*TEXT_COMMANDS, *OTHER_COMMANDS)}
    if shell == "fish":
        return _fish(flags)
    cases = "\n".join(f'    *:{name}) words="{" ".join(words)}" ;;' for name, words in flags.items())
    bash = _BASH.format(commands=" ".join(flags), cases=cases)
    return bash if shell == "bash" else _ZSH + bash.partition("\n")[2]


def _flags(command: str) -> list[str]:
    actions = build_parser(command)._actions
    return [option for action in actions for option in action.option_strings if option.startswith("--")]


def _fish(flags: dict[str, list[str]]) -> str:
    about = {name: text for name, (_, text) in TEXT_COMMANDS.items()} | OTHER_COMMANDS
    lines = ["# for fish: textnorm completion fish | source"]
    for name, words in flags.items():
        lines.append(f"complete -c textnorm -n __fish_use_subcommand -a {name} -d '{about[name]}'")
        lines += (f"complete -c textnorm -n '__fish_seen_subcommand_from {name}' -l {w[2:]}" for w in words)
    return "\n".join(lines) + "\n"
