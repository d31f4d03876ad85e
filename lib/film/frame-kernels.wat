;; The two inner loops of the film, sixteen bytes at a time. Built into frame-kernels.wasm by
;; scripts/build-frame-kernels.ts; frame-kernels.test.ts checks that the two agree and that the numbers are right.
(module
  (memory (import "film" "memory") 1)

  ;; Bilinear sampling of one plane. For every block of 8 target pixels the table holds 64 bytes:
  ;; 16 bytes that pick left and right neighbours, 8 + 8 weights (16 bit, left and right, sum 256), and where the block
  ;; starts in the source row (32 bit). Target rows are written in whole blocks: the bytes after a row are overwritten
  ;; by the next one, and the frame has room after its last.
  (func (export "samplePlane")
    (param $source i32) (param $stride i32) (param $rows i32)
    (param $target i32) (param $width i32) (param $height i32)
    (param $table i32) (param $row i32) (param $first i32) (param $last i32)
    (param $top f64) (param $scale f64)
    (local $y i32) (local $x i32) (local $at f64) (local $index i32)
    (local $above v128) (local $below v128) (local $weight i32)
    (local $upper i32) (local $lower i32) (local $entry i32)
    (local $a v128) (local $b v128) (local $half v128)
    (local.set $half (i32x4.splat (i32.const 128)))
    (loop $eachRow
      ;; at = max(0, top + (y + 0.5) * scale - 0.5), in source rows
      (local.set $at
        (f64.max (f64.const 0)
          (f64.sub
            (f64.add (local.get $top)
              (f64.mul (f64.add (f64.convert_i32_s (local.get $y)) (f64.const 0.5)) (local.get $scale)))
            (f64.const 0.5))))
      (local.set $index (i32.trunc_f64_s (local.get $at)))
      (if (i32.ge_s (local.get $index) (local.get $rows))
        (then (local.set $index (i32.sub (local.get $rows) (i32.const 1)))))
      (local.set $weight
        (i32.trunc_f64_s
          (f64.nearest
            (f64.mul (f64.sub (local.get $at) (f64.convert_i32_s (local.get $index))) (f64.const 256)))))
      (if (i32.gt_s (local.get $weight) (i32.const 256)) (then (local.set $weight (i32.const 256))))
      (local.set $below (i16x8.splat (local.get $weight)))
      (local.set $above (i16x8.splat (i32.sub (i32.const 256) (local.get $weight))))
      (local.set $upper (i32.add (local.get $source) (i32.mul (local.get $index) (local.get $stride))))
      (local.set $lower
        (select
          (i32.add (local.get $upper) (local.get $stride))
          (local.get $upper)
          (i32.lt_s (i32.add (local.get $index) (i32.const 1)) (local.get $rows))))

      ;; Two source rows become one.
      (local.set $x (local.get $first))
      (loop $eachPiece
        (local.set $a (v128.load (i32.add (local.get $upper) (local.get $x))))
        (local.set $b (v128.load (i32.add (local.get $lower) (local.get $x))))
        (v128.store (i32.add (local.get $row) (local.get $x))
          (i8x16.narrow_i16x8_u
            (i16x8.shr_u
              (i16x8.add
                (i16x8.add
                  (i16x8.mul (i16x8.extend_low_i8x16_u (local.get $a)) (local.get $above))
                  (i16x8.mul (i16x8.extend_low_i8x16_u (local.get $b)) (local.get $below)))
                (i16x8.splat (i32.const 128)))
              (i32.const 8))
            (i16x8.shr_u
              (i16x8.add
                (i16x8.add
                  (i16x8.mul (i16x8.extend_high_i8x16_u (local.get $a)) (local.get $above))
                  (i16x8.mul (i16x8.extend_high_i8x16_u (local.get $b)) (local.get $below)))
                (i16x8.splat (i32.const 128)))
              (i32.const 8))))
        (local.set $x (i32.add (local.get $x) (i32.const 16)))
        (br_if $eachPiece (i32.le_s (local.get $x) (local.get $last))))

      ;; Neighbours in that row become target pixels.
      (local.set $x (i32.const 0))
      (local.set $entry (local.get $table))
      (loop $eachBlock
        (local.set $a
          (i8x16.swizzle
            (v128.load (i32.add (local.get $row) (i32.load offset=48 (local.get $entry))))
            (v128.load (local.get $entry))))
        (local.set $b
          (i16x8.narrow_i32x4_s
            (i32x4.shr_u
              (i32x4.add
                (i32x4.dot_i16x8_s
                  (i16x8.extend_low_i8x16_u (local.get $a))
                  (v128.load offset=16 (local.get $entry)))
                (local.get $half))
              (i32.const 8))
            (i32x4.shr_u
              (i32x4.add
                (i32x4.dot_i16x8_s
                  (i16x8.extend_high_i8x16_u (local.get $a))
                  (v128.load offset=32 (local.get $entry)))
                (local.get $half))
              (i32.const 8))))
        (v128.store64_lane 0
          (i32.add (local.get $target) (local.get $x))
          (i8x16.narrow_i16x8_u (local.get $b) (local.get $b)))
        (local.set $entry (i32.add (local.get $entry) (i32.const 64)))
        (local.set $x (i32.add (local.get $x) (i32.const 8)))
        (br_if $eachBlock (i32.lt_s (local.get $x) (local.get $width))))

      (local.set $target (i32.add (local.get $target) (local.get $width)))
      (local.set $y (i32.add (local.get $y) (i32.const 1)))
      (br_if $eachRow (i32.lt_s (local.get $y) (local.get $height)))))

  ;; target = target * (256 - weight) + source * weight, over `length` bytes (rounded up to sixteen).
  (func (export "mixFrames")
    (param $target i32) (param $source i32) (param $length i32) (param $weight i32)
    (local $end i32) (local $rest v128) (local $share v128) (local $a v128) (local $b v128)
    (local.set $share (i16x8.splat (local.get $weight)))
    (local.set $rest (i16x8.splat (i32.sub (i32.const 256) (local.get $weight))))
    (local.set $end (i32.add (local.get $target) (local.get $length)))
    (loop $eachPiece
      (local.set $a (v128.load (local.get $target)))
      (local.set $b (v128.load (local.get $source)))
      (v128.store (local.get $target)
        (i8x16.narrow_i16x8_u
          (i16x8.shr_u
            (i16x8.add
              (i16x8.add
                (i16x8.mul (i16x8.extend_low_i8x16_u (local.get $a)) (local.get $rest))
                (i16x8.mul (i16x8.extend_low_i8x16_u (local.get $b)) (local.get $share)))
              (i16x8.splat (i32.const 128)))
            (i32.const 8))
          (i16x8.shr_u
            (i16x8.add
              (i16x8.add
                (i16x8.mul (i16x8.extend_high_i8x16_u (local.get $a)) (local.get $rest))
                (i16x8.mul (i16x8.extend_high_i8x16_u (local.get $b)) (local.get $share)))
              (i16x8.splat (i32.const 128)))
            (i32.const 8))))
      (local.set $target (i32.add (local.get $target) (i32.const 16)))
      (local.set $source (i32.add (local.get $source) (i32.const 16)))
      (br_if $eachPiece (i32.lt_s (local.get $target) (local.get $end))))))
