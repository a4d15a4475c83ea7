"""Drawings as inline SVG: icons, tiles, Waqfa, covers, mosaics, rings.

Plain Python strings with literal colours, so that a drawing is the same in dark
mode and needs no stylesheet. Everything stands on a small grid and is flat:
quarter circles, steps, pills and circles; no outlines, gradients or faces.
"""
