"""Source, cue and content as a trained network marks them: features, windows, decoding.

The network reads windows of whole sentences. Its first half marks cues; its second half, given one cue, says of every
word of the window whether it belongs to that cue's source, its content or neither (as semantic role labelling does
with a predicate), so that one source may serve several cues and a content may be interrupted by its cue.
"""
