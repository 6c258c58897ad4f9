"""Writes the mean of checkpoints that began from the same weights as one (Wortsman et al. 2022, "Model soups")."""

from __future__ import annotations

import argparse

import torch
from prepare import BUILD


def main() -> None:
    """Average all weights."""
    ask = argparse.ArgumentParser()
    ask.add_argument("names", nargs="+", help="checkpoints in build/training")
    ask.add_argument("--to", default="tagger")
    given = ask.parse_args()
    saved = [torch.load(BUILD / f"{name}.pt") for name in given.names]
    state = {key: sum(s["state"][key] for s in saved) / len(saved) for key in saved[0]["state"]}
    torch.save({"state": state, "options": saved[0]["options"]}, BUILD / f"{given.to}.pt")


if __name__ == "__main__":
    main()
